# Two threads move money between two accounts, each with a lock. Each locks the account it takes from, then the other: now and
# then both hold one lock and wait for the other's for ever. Here they give up, so that it can be counted.
# perl thread.deadlock.pl [runs] [opposite or same order] [transfers of each thread]
use strict;
use warnings;
use threads;
use threads::shared;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl";
use Time::HiRes 'time';
use Workers 'end_program_if_this_thread_fails';

use constant PATIENCE => 0.02;    # seconds

my ($runs, $order, $transfers) = ($ARGV[0] // 10, $ARGV[1] // 'opposite', $ARGV[2] // 5_000);
my (@balances, @waiting, @stuck) :shared;
my $started :shared;
my ($one, $other) :shared;
my @locks = (\$one, \$other);    # true: taken. Perl's own lock() waits without end and can't give up

sub take {
    my ($lock, $seconds) = @_;
    lock $$lock;
    while ($$lock) { return 0 if !cond_timedwait $$lock, time + $seconds }
    return $$lock = 1;
}

sub give_back {
    my ($lock) = @_;
    lock $$lock;
    $$lock = 0;
    cond_signal $$lock;
    return;
}

sub move_money {
    my ($mine) = @_;
    my $others = 1 - $mine;
    my ($first, $second) = $order eq 'same' ? (0, 1) : ($mine, $others);
    for (1 .. $transfers) {
        take($locks[$first], 60) or die "the first lock was never given back\n";
        $waiting[$mine] = 1;    # holds one lock, and has not got the other
        my $got = take($locks[$second], PATIENCE);
        $stuck[$mine] = !$got && $waiting[$others] ? 1 : 0;    # each waits for what the other holds
        $waiting[$mine] = 0;
        if ($got) {
            $balances[$mine]--;
            $balances[$others]++;
            give_back($locks[$second]);
        }
        give_back($locks[$first]);
        return if !$got;
    }
    return;
}

sub work {
    my ($mine) = @_;
    end_program_if_this_thread_fails("thread-$mine");
    {
        lock $started;
        cond_broadcast $started if ++$started == 2;
        cond_wait $started until $started == 2;
    }
    return move_money($mine);
}

sub run {
    $started = 0;
    @balances = @waiting = @stuck = (0, 0);
    my @workers = map { threads->create(\&work, $_) // die "cannot start a thread: $!\n" } 0 .. 1;
    $_->join for @workers;
    return $stuck[0] || $stuck[1];
}

my $deadlocked = grep { run() } 1 .. $runs;
print "$deadlocked of $runs runs came to a standstill\nruns = $runs\ndeadlocked = $deadlocked\n";
