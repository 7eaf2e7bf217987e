# What every program with workers needs and none is about: a worker that fails ends the program, with one line that says how.
package Workers;
use strict;
use warnings;
use Exporter 'import';
use POSIX ();
our @EXPORT_OK = qw(end_program_if_this_thread_fails wait_for);

# Called in a thread: the others would wait for it for ever. Without it, Perl prints a warning and goes on.
sub end_program_if_this_thread_fails {
    my ($name) = @_;
    $SIG{__DIE__} = sub {
        syswrite STDERR, "$name failed: $_[0]";
        POSIX::_exit(1);
    };
    return;
}

# Waits until processes have ended; one that fails ends the program.
sub wait_for {
    my @pids = @_;
    for my $number (1 .. @pids) {
        waitpid $pids[ $number - 1 ], 0;
        next if $? == 0;
        my $ending = $? & 127 ? 'was killed by signal ' . ($? & 127) : 'ended with code ' . ($? >> 8);
        die "process-$number $ending\n";
    }
    return;
}

1;
