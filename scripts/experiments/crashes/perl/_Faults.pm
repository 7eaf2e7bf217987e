# A worker, thread or process, that fails in the way it is told to. How its process ends proves that it did.
package _Faults;
use strict;
use warnings;
use Exporter 'import';
use POSIX qw(SIGABRT SIGKILL SIGSEGV SIGTERM);
our @EXPORT_OK = qw(announce chosen error_of expected fail);

# What a worker does, and how its process ends by it: a code, or minus the signal; and the error that it raises, if any.
my %faults = (
    'exception'        => [sub { $! = 0; die "uncaught\n" }, 255, qr/^uncaught$/],
    'exit'             => [sub { exit 3 }, 3],
    'hard-exit'        => [sub { POSIX::_exit(3) }, 3],
    'abort'            => [sub { POSIX::abort() }, -SIGABRT],
    'segfault'         => [sub { my $read = unpack 'P4', pack 'J', 8 }, -SIGSEGV],    # reads four bytes at address 8
    'division-by-zero' => [sub { $! = 0; my $zero = 0; 1 / $zero }, 255, qr/^Illegal division by zero/],
    'out-of-memory'    => [sub { my @hoard; push @hoard, 'x' x 2**26 while 1 }, 1],
    'sigterm'          => [sub { kill TERM => $$ }, -SIGTERM],
    'sigkill'          => [sub { kill KILL => $$ }, -SIGKILL],
    'endless-loop'     => [sub { my $host = getppid; 1 while getppid == $host }, -SIGKILL],    # without its host nobody would end it
);

# The fault named on the command line.
sub chosen {
    my $fault = $ARGV[0] // 'exception';
    die "no fault \"$fault\"; there are ", join(', ', sort keys %faults), "\n" if !$faults{$fault};
    set_limits($fault eq 'out-of-memory' ? '-v 1572864' : '-c 0') if !$ENV{IS_LIMITED};
    return $fault;
}

# Starts this program again with at most 1.5 GiB of addresses, or without core files: the shell can set limits, Perl alone can't.
sub set_limits {
    my ($limit) = @_;
    exec 'sh', '-c', "ulimit $limit; IS_LIMITED=1 exec \"\$0\" \"\$@\"", $^X, $0, @ARGV or die "cannot run sh: $!\n";
}

sub expected { return $faults{ $_[0] }[1] }
sub error_of { return $faults{ $_[0] }[2] }
sub fail { return $faults{ $_[0] }[0]->() }

# If the whole program goes, how it goes is compared with this.
sub announce {
    my $code = expected($_[0]);
    print $code < 0 ? 'fault-signal = ' . -$code : "fault-code = $code", "\n";
    return;
}

1;
