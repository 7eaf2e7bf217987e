# How long until a new process has done its first work, and until it is gone? fork copies no memory, only page tables.
# perl process.pl [MiB the parent holds] [starts]
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use List::Util 'sum';
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
use Workers 'wait_for';
use _Print 'print_times';

my $mib = shift // 64;
my $starts = shift // 5;
my $held = 'x' x ($mib * 2**20);    # written to, so that it is really there

sub start {
    my $began = clock_gettime(CLOCK_MONOTONIC);
    pipe my $from_child, my $to_parent or die "cannot make a pipe: $!\n";
    my $pid = fork // die "cannot fork: $!\n";
    if ($pid == 0) {
        print $to_parent sum(0 .. 999), "\n";
        exit;
    }
    close $to_parent;
    my $answer = <$from_child>;
    my $ready = clock_gettime(CLOCK_MONOTONIC) - $began;
    wait_for($pid);
    return [$ready, clock_gettime(CLOCK_MONOTONIC) - $began, $answer];
}

print_times(length $held, map { start() } 0 .. $starts);
