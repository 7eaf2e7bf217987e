# Two processes count, each for itself, and tell the parent after every thousand. They share nothing, and nothing is lost.
# perl process.messages.pl [runs] [counts of each process]
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use List::Util 'sum';
use Workers 'wait_for';
use _Counting qw(arguments print_totals);

my ($runs, undef, $counts) = arguments({ plain => 1 }, $ARGV[0], 'plain', $ARGV[1]);

sub work {
    my ($to_parent) = @_;
    my $counted = 0;
    for (1 .. $counts) {
        next if ++$counted < 1000;
        syswrite $to_parent, "$counted\n";    # short enough that the system writes it in one piece
        $counted = 0;
    }
    syswrite $to_parent, "$counted\n";
    return;
}

sub run {
    pipe my $from_children, my $to_parent or die "cannot make a pipe: $!\n";
    my @workers;
    for (1 .. 2) {
        my $pid = fork // die "cannot fork: $!\n";
        if ($pid == 0) { work($to_parent); exit }
        push @workers, $pid;
    }
    close $to_parent;    # only the children write: when they have ended, so has the pipe
    my $total = sum(<$from_children>);
    wait_for(@workers);
    return $total;
}

print_totals($counts, map { run() } 1 .. $runs);
