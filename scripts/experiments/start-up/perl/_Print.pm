package _Print;
use strict;
use warnings;
use Exporter 'import';
use Workers 'ending';
our @EXPORT_OK = 'print_times';

sub median {
    my @sorted = sort { $a <=> $b } @_;
    return ($sorted[$#sorted / 2] + $sorted[@sorted / 2]) / 2;
}

# KiB of this process that are in memory.
sub resident {
    my $resident = `ps -o rss= -p $$`;
    die 'ps ' . ending($?) . "\n" if $? != 0;
    return $resident;
}

# Times are of one start each, the first of them apart: ready, joined (s) and the answer.
sub print_times {
    my ($held, $first, @times) = @_;
    printf "each worker answered %d, the parent held %d MiB\n", $first->[2], $held / 2**20;
    printf "resident = %d MiB\n", resident() / 1024;
    printf "first-ready = %.3f ms\n", 1000 * $first->[0];
    printf "ready = %.3f ms\n", 1000 * median(map { $_->[0] } @times);
    printf "joined = %.3f ms\n", 1000 * median(map { $_->[1] } @times);
    printf "result = %d\n", $first->[2];
    return;
}

1;
