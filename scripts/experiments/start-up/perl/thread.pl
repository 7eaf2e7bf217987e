# How long until a new thread has done its first work, and until it is gone? A thread of Perl is a copy of the whole
# interpreter: all that the parent holds is copied for it before it starts.
# perl thread.pl [MiB the parent holds] [starts]
use strict;
use warnings;
use threads;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use List::Util 'sum';
use Thread::Queue;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
use Workers 'end_program_if_this_thread_fails';
use _Print 'print_times';

my $mib = shift // 64;
my $starts = shift // 5;
my $held = 'x' x ($mib * 2**20);    # written to, so that it is really there
my $replies = Thread::Queue->new;

sub work {
    end_program_if_this_thread_fails('thread');
    $replies->enqueue(sum(0 .. 999));
    return;
}

sub start {
    my $began = clock_gettime(CLOCK_MONOTONIC);
    my $worker = threads->create(\&work) // die "cannot start a thread: $!\n";
    my $answer = $replies->dequeue;
    my $ready = clock_gettime(CLOCK_MONOTONIC) - $began;
    $worker->join;
    return [$ready, clock_gettime(CLOCK_MONOTONIC) - $began, $answer];
}

print_times(length $held, map { start() } 0 .. $starts);
