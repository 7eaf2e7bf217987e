# How much more memory does each process cost? After fork both use the same pages until one of them writes to a page.
# Pages that are shared count once (PSS, Linux), and the kernel's share counts.
# perl process.pl [workers] [MiB of their own] [MiB of the parent]
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use Memory qw(memory_of settled);
use Workers qw(wait_for watch);
use _Print qw(arguments report);

my ($count, $own, $parent) = arguments(@ARGV);
my $held = 'x' x ($parent * 2**20);    # written to, so that it is really there

pipe my $ready, my $to_parent or die "cannot make a pipe: $!\n";
pipe my $stop,  my $keeps_open or die "cannot make a pipe: $!\n";

sub work {
    close $keeps_open;
    my $mine = 'x' x ($own * 2**20);
    syswrite $to_parent, length($mine) . "\n";
    sysread $stop, my $nothing, 1;     # returns when the parent has closed its end, or is gone
    return;
}

my $before = settled($$);
my @workers;
for (1 .. $count) {
    my $pid = fork // die "cannot fork: $!\n";
    if ($pid == 0) { work(); exit }
    push @workers, $pid;
}
watch(@workers);
my $written = 0;
for (@workers) { $written += <$ready> // die "a process ended before it was ready\n" }
my $after = settled($$, @workers);
my $uss = memory_of(@workers)->{uss};
close $keeps_open;
wait_for(@workers);

printf "%d processes and their parent share %d KiB, of which %d KiB were held before\n", $count, $after->{pss}, length($held) / 1024;
report($count, $written, $before, $after, $uss);
