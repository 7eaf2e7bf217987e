# One thread fails while another one counts. Who is still there afterwards?
# perl thread.pl [fault, see _Faults.pm]
use strict;
use warnings;
use threads;
use threads::shared;
use FindBin;
use lib $FindBin::Bin;
use Thread::Queue;
use Time::HiRes qw(sleep time);
use _Faults qw(announce chosen error_of fail);

$| = 1;
my $fault = chosen();
announce($fault);
my ($ticks, $enough) = (Thread::Queue->new, 0);
share $enough;

sub count {
    until ($enough) {
        $ticks->enqueue(time);
        sleep 0.005;
    }
    return;
}

# A signal that only one thread of Perl gets, between two steps of its program.
sub failing {
    $SIG{KILL} = sub { threads->exit };
    fail($fault);
    return;
}

sub is_over {
    my ($worker, $seconds) = @_;
    my $until = time + $seconds;
    sleep 0.005 while $worker->is_running && time < $until;
    return !$worker->is_running;
}

my $bystander = threads->create(\&count) // die "cannot start a thread: $!\n";
$ticks->dequeue;
my $worker = threads->create(\&failing) // die "cannot start a thread: $!\n";
my $alone = is_over($worker, $fault eq 'endless-loop' ? 0.5 : 5);
$worker->kill('KILL') if !$alone;
my $gone = is_over($worker, 1);
my $ended = time;

# The program is still here: the error proves the fault, or that the thread went on.
my $error = error_of($fault);
printf "reached = %d\n", $error ? $alone && $worker->error =~ $error : $fault eq 'endless-loop' && !$alone;
printf "gone = %d\n", $gone;
my $tick = $ended;
$tick = $ticks->dequeue_timed(1) while defined $tick && $tick <= $ended + 0.05;
printf "bystander = %d\n", defined $tick;
$enough = 1;
$_->join for $bystander, $gone ? $worker : ();
