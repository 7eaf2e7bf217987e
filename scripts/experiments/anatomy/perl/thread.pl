# Two threads of one program: which numbers has the operating system given them, and who sees a write? A thread of Perl gets a
# copy of every variable; only one that is marked as shared is the same for both.
# perl thread.pl
use strict;
use warnings;
use threads;
use threads::shared;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use Thread::Queue;
use Workers 'end_program_if_this_thread_fails';
use _Worker qw(now print_reports report);

my $shared :shared = 'before';
my $plain = 'before';
my ($reports, $written) = (Thread::Queue->new, Thread::Queue->new);

sub work {
    my ($name) = @_;
    end_program_if_this_thread_fails($name);
    my $began = my $told = now();
    if ($name eq 'writer') {
        $shared = $plain = 'written';
    } else {
        $written->dequeue;
        $told = now();
    }
    $reports->enqueue(report($name, $shared, $plain, $began, $told));
    return;
}

my $start = now();
my @workers = map { threads->create(\&work, $_) // die "cannot start a thread: $!\n" } qw(reader writer);
my $wrote = $reports->dequeue;
$written->enqueue('written');
my $read = $reports->dequeue;
$_->join for @workers;
print_reports($start, $wrote, $read);
