# A fixed amount of work, shared among processes. Each is a fork of this one.
# perl process.pl [processes] [limit]
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
use Workers qw(wait_for watch);
use _Work qw(arguments print_results work);

my ($units, $limit) = arguments(@ARGV);
my $created = clock_gettime(CLOCK_MONOTONIC);

pipe my $ready, my $to_parent or die "cannot make a pipe: $!\n";
pipe my $all_started, my $keeps_closed or die "cannot make a pipe: $!\n";
my (@workers, @answers);
for my $unit (0 .. $units - 1) {
    pipe my $from_child, my $answer or die "cannot make a pipe: $!\n";
    my $pid = fork // die "cannot fork: $!\n";
    if ($pid == 0) {
        close $keeps_closed;
        syswrite $to_parent, '.';
        sysread $all_started, my $nothing, 1;    # returns when the parent has closed its end, or is gone
        print $answer join(' ', work($unit, $units, $limit)), "\n";
        exit;
    }
    push @workers, $pid;
    push @answers, $from_child;
}
watch(@workers);
for (@workers) { sysread($ready, my $byte, 1) or die "a process ended before it was ready\n" }
close $keeps_closed;
my @results = map { [split ' ', <$_> // ''] } @answers;
wait_for(@workers);
print_results('process', $limit, clock_gettime(CLOCK_MONOTONIC) - $created, @results);
