# The work: prime numbers, counted in Perl, and who ran when.
package _Work;
use strict;
use warnings;
use Exporter 'import';
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC CLOCK_THREAD_CPUTIME_ID);
our @EXPORT_OK = qw(arguments print_results work);

use constant { CHUNK => 50, JUMP => 0.001 };    # numbers; s by which the clock jumps if somebody else ran

# The number of units, and below which number they look.
sub arguments { return ($_[0] // 2, $_[1] // 60_000) }

sub count_primes {
    my ($start, $end) = @_;
    my $primes = 0;
    for my $number ($start .. $end - 1) {
        next if $number < 2;
        my $divisor = 2;
        $divisor++ while $divisor * $divisor <= $number && $number % $divisor != 0;
        $primes++ if $divisor * $divisor > $number;
    }
    return $primes;
}

# This unit's share: the primes, the processor time (s) it took, and the stretches in which it really ran, end to end.
sub work {
    my ($unit, $units, $limit) = @_;
    my $primes = 0;
    my @stretches;
    my $processor = clock_gettime(CLOCK_THREAD_CPUTIME_ID);
    my $began = my $seen = clock_gettime(CLOCK_MONOTONIC);
    for (my $start = $unit * CHUNK; $start < $limit; $start += $units * CHUNK) {
        my $end = $start + CHUNK;
        $primes += count_primes($start, $end < $limit ? $end : $limit);
        my $now = clock_gettime(CLOCK_MONOTONIC);
        if ($now - $seen > JUMP) {
            push @stretches, $began, $seen;
            $began = $now;
        }
        $seen = $now;
    }
    push @stretches, $began, $seen;
    return ($primes, clock_gettime(CLOCK_THREAD_CPUTIME_ID) - $processor, @stretches);
}

# Results as `work` returns them, one list for each unit; the time from the first start to the last end, s.
sub print_results {
    my ($name, $limit, $with_start, @results) = @_;
    my ($primes, $ran) = (0, 0);
    my (@stretches, $first, $last);
    for my $unit (1 .. @results) {
        my ($found, $processor, @ends) = @{ $results[ $unit - 1 ] };
        $primes += $found;
        $ran += $processor;
        push @stretches, [$name eq 'main' ? $name : "$name-$unit", splice @ends, 0, 2] while @ends;
    }
    for (@stretches) {
        my (undef, $began, $ended) = @$_;
        $first = $began if !defined $first || $began < $first;
        $last = $ended if !defined $last || $ended > $last;
    }
    printf "slice %s run %.3f %.3f\n", $_->[0], map { 1000 * ($_ - $first) } @$_[1, 2] for @stretches;
    print "$primes primes below $limit\nprimes = $primes\n";
    printf "window %.3f %.3f\n", 1000 * $first, 1000 * $last;
    printf "wall = %.3f ms\nwall-with-start = %.3f ms\n", 1000 * ($last - $first), 1000 * $with_start;
    printf "running-at-once = %.3f\n", $ran / ($last - $first);
    return;
}

1;
