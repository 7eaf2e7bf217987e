# Messages to a thread through a queue: threads share nothing but what is marked as shared, so every message is copied into
# shared memory, and out of it again.
# The thread reads a byte of every page of what arrives, or all of it, and answers with a sum.
# perl thread.pl [bytes per message] [messages per batch] [page|all]
use strict;
use warnings;
use threads;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use Thread::Queue;
use Workers 'end_program_if_this_thread_fails';
use _Exchange qw(arguments make_messages measure read_message);

my ($size, $count, $form) = arguments(@ARGV);
my ($inbox, $outbox) = (Thread::Queue->new, Thread::Queue->new);

my $worker = threads->create(sub {
    end_program_if_this_thread_fails('thread');
    while (defined(my $message = $inbox->dequeue)) {
        $outbox->enqueue(read_message(\$message, $form));
    }
    return;
}) // die "cannot start a thread: $!\n";

my @messages = make_messages($size);
measure(\@messages, sub { $inbox->enqueue(${ $_[0] }) }, sub { $outbox->dequeue }, $count, $form);
$inbox->end;
$worker->join;
