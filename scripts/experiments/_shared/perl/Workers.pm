# What every program with workers needs and none is about: a worker that fails ends the program, with one line that says how.
package Workers;
use strict;
use warnings;
use Exporter 'import';
use POSIX ();
our @EXPORT_OK = qw(end_program_if_this_thread_fails ending wait_for watch);

# Called in a thread: the others would wait for it for ever. Without it, Perl prints a warning and goes on.
sub end_program_if_this_thread_fails {
    my ($name) = @_;
    $SIG{__DIE__} = sub {
        syswrite STDERR, "$name failed: $_[0]";
        POSIX::_exit(1);
    };
    return;
}

# What an exit status, as $? gives it, says.
sub ending {
    my ($status) = @_;
    return $status & 127 ? 'was killed by signal ' . ($status & 127) : 'ended with code ' . ($status >> 8);
}

my @watched;
my %ended;    # exit statuses of those that are gone, as $? gives them

# Looks whether one has ended, or waits until it has. One that fails ends the program.
sub look {
    my ($name, $pid, $flags) = @_;
    if (!exists $ended{$pid}) {
        waitpid($pid, $flags) == $pid or return;
        $ended{$pid} = $?;
    }
    my $status = $ended{$pid};
    return if $status == 0;
    syswrite STDERR, "$name " . ending($status) . "\n";
    kill KILL => grep { !exists $ended{$_} } @watched;
    POSIX::_exit(1);
}

# From now on, one of these that fails ends the program: called after they have started, it counts those that died before.
sub watch {
    @watched = @_;
    my $look = sub {
        local ($!, $?);
        look("process-$_", $watched[ $_ - 1 ], POSIX::WNOHANG()) for 1 .. @watched;
    };
    $SIG{CHLD} = $look;
    $look->();
    return;
}

# Waits until processes have ended; one that fails ends the program.
sub wait_for {
    my @pids = @_;
    local $SIG{CHLD} = 'DEFAULT';
    look("process-$_", $pids[ $_ - 1 ], 0) for 1 .. @pids;
    return;
}

1;
