# How much more memory does each thread cost? A thread of Perl is a copy of the whole interpreter, the parent's data included.
# Pages that are shared count once (PSS, Linux), and the kernel's share counts.
# perl thread.pl [workers] [MiB of their own] [MiB of the parent]
use strict;
use warnings;
use threads;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use Memory 'settled';
use Thread::Queue;
use Workers 'end_program_if_this_thread_fails';
use _Print qw(arguments report);

my ($count, $own, $parent) = arguments(@ARGV);
my $held = 'x' x ($parent * 2**20);    # written to, so that it is really there
my ($ready, $stop) = (Thread::Queue->new, Thread::Queue->new);

sub work {
    end_program_if_this_thread_fails('thread');
    my $mine = 'x' x ($own * 2**20);
    $ready->enqueue(length $mine);
    $stop->dequeue;
    return;
}

my $before = settled($$);
my @workers = map { threads->create(\&work) // die "cannot start a thread: $!\n" } 1 .. $count;
my $written = 0;
$written += $ready->dequeue for @workers;
my $after = settled($$);
$stop->enqueue(('stop') x $count);
$_->join for @workers;

printf "%d threads in one process of %d KiB, of which %d KiB were held before\n", $count, $after->{pss}, length($held) / 1024;
report($count, $written, $before, $after, $after->{uss} - $before->{uss});
