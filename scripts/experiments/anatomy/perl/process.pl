# One program, started twice: which numbers has the operating system given the two, and who sees a write?
# perl process.pl
# "perl process.pl writer" is what each of the two is started as.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use IPC::Open2 'open2';
use Workers 'wait_for';
use _Worker qw(now print_reports report);

my $value = 'before';

sub work {
    my ($name) = @_;
    $| = 1;
    my $began = my $told = now();
    if ($name eq 'writer') {
        $value = 'written';
    } else {
        <STDIN>;
        $told = now();
    }
    print report($name, $value, $value, $began, $told), "\n";
    <STDIN>;    # stays until whoever started it has looked at it
    return;
}

if (@ARGV) { work(@ARGV); exit }

my $start = now();
my $reader = open2(my $from_reader, my $to_reader, $^X, $0, 'reader');
my $writer = open2(my $from_writer, my $to_writer, $^X, $0, 'writer');
my $wrote = <$from_writer> // wait_for($writer);
$SIG{PIPE} = 'IGNORE';    # a write to a reader that has died then fails
syswrite $to_reader, "written\n" or wait_for($reader);
my $read = <$from_reader> // wait_for($reader);
close $_ for $to_reader, $to_writer;
wait_for($reader, $writer);
chomp($wrote, $read);
print_reports($start, $wrote, $read);
