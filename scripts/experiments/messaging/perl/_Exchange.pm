# Messages there and answers back, checked and timed. The program says how they travel.
package _Exchange;
use strict;
use warnings;
use Exporter 'import';
use List::Util 'sum';
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
our @EXPORT_OK = qw(arguments make_messages measure read_message);

# FEWEST in batches; WARM_UP, LATENCY and THROUGHPUT in seconds at least.
use constant { FEWEST => 3, MARKS => 7, PAGE => 4096, WINDOW => 4, WARM_UP => 0.05, LATENCY => 0.12, THROUGHPUT => 0.03 };

# Bytes per message, messages per batch, and what of a message is read: page or all.
sub arguments { return ($_[0] // 65_536, $_[1] // 200, $_[2] // 'page') }

sub make_messages {
    my ($size) = @_;
    return map { "\1" x $size } 1 .. WINDOW;
}

# Makes a message differ from the one before.
sub mark {
    my ($message, $number) = @_;
    for (my $at = 0; $at < length $$message; $at += PAGE) { substr($$message, $at, 1) = chr $number }
    return;
}

# What the receiver does with a message: it answers with a sum of what it reads.
sub read_message {
    my ($message, $form) = @_;
    return unpack '%32C*', $$message if $form eq 'all';
    my $total = 0;
    for (my $at = 0; $at < length $$message; $at += PAGE) { $total += ord substr $$message, $at, 1 }
    return $total;
}

sub median { return (sort { $a <=> $b } @_)[$#_ / 2] }

# Prints what it takes to $send a message, and to $receive the answer to the oldest one under way.
sub measure {
    my ($messages, $send, $receive, $count, $form) = @_;
    my @answers = map { mark(\$messages->[0], $_); read_message(\$messages->[0], $form) } 0 .. MARKS - 1;

    # Seconds for a batch of messages, of which at most $window are unanswered.
    my $exchange = sub {
        my ($window) = @_;
        my $start = clock_gettime(CLOCK_MONOTONIC);
        for my $i (0 .. $count + $window - 1) {
            die "a message was lost or changed\n" if $i >= $window && $receive->() != $answers[($i - $window) % MARKS];
            next if $i >= $count;
            mark(\$messages->[$i % $window], $i % MARKS);
            $send->(\$messages->[$i % $window]);
        }
        return clock_gettime(CLOCK_MONOTONIC) - $start;
    };

    # Sends batches for a while. Seconds for a message of the middle one.
    my $repeat = sub {
        my ($window, $least) = @_;
        my ($start, @batches) = clock_gettime(CLOCK_MONOTONIC);
        push @batches, $exchange->($window) / $count
            while @batches < FEWEST || clock_gettime(CLOCK_MONOTONIC) - $start < $least;
        return median(@batches);
    };

    $repeat->(WINDOW, WARM_UP);
    my $latency = $repeat->(1, LATENCY);
    my $windowed = $repeat->(WINDOW, THROUGHPUT);
    printf "latency = %.2f µs\n", $latency * 1e6;
    printf "throughput = %.1f MiB/s\n", length($messages->[0]) / $windowed / 2**20;
    printf "result = %d\n", sum(map { $answers[$_ % MARKS] } 0 .. $count - 1);
    return;
}

1;
