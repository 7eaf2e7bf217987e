# One process fails while another one counts. Who is still there afterwards?
# perl process.pl [fault, see _Faults.pm]
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use IO::Select;
use POSIX 'WNOHANG';
use Time::HiRes qw(sleep time);
use _Faults qw(chosen expected fail);

my $fault = chosen();
pipe my $ticks, my $to_parent or die "cannot make a pipe: $!\n";

sub start {
    my ($work) = @_;
    my $pid = fork // die "cannot fork: $!\n";
    return $pid if $pid;
    $work->();
    exit;
}

sub count {
    close $ticks;    # an end of its own would keep it counting when the parent is gone
    while (1) {
        syswrite $to_parent, sprintf "%-20.6f", time or exit;    # the parent is gone
        sleep 0.005;
    }
}

# The next tick; undefined where there is none within a second.
sub next_tick {
    return if !IO::Select->new($ticks)->can_read(1);
    sysread $ticks, my $tick, 20 or return;
    return $tick;
}

my $bystander = start(\&count);
next_tick();
my $worker = start(sub { fail($fault) });
my $until = time + ($fault eq 'endless-loop' ? 0.5 : 5);
my $alone;
sleep 0.005 until $alone = waitpid $worker, WNOHANG or time > $until;
if (!$alone) {
    kill KILL => $worker;
    waitpid $worker, 0;
}
my $status = $?;
my $ended = time;

my $ending = $status & 127 ? -($status & 127) : $status >> 8;
printf "reached = %d\n", $ending == expected($fault) && !$alone == ($fault eq 'endless-loop');
printf "gone = %d\n", !kill(0 => $worker);
printf "%s = %d\n", $ending < 0 ? 'worker-signal' : 'worker-code', abs $ending;
my $tick = $ended;
$tick = next_tick() while defined $tick && $tick <= $ended + 0.05;
printf "bystander = %d\n", defined $tick;
kill KILL => $bystander;
waitpid $bystander, 0;
