# What processes take, as Linux counts it, in KiB. User memory: PSS shares each page among its users, USS is what only they use.
# Kernel memory: page tables, and the kernel's own stack of 16 KiB for each thread.
package Memory;
use strict;
use warnings;
use Exporter 'import';
use Time::HiRes 'sleep';
our @EXPORT_OK = qw(memory_of settled);

sub numbers {
    my ($path) = @_;
    open my $facts, '<', $path or die "expected $path, where Linux 4.14 and later count memory: $!\n";
    my %numbers = map { /^(\w+):\s+(\d+)/ ? ($1, $2) : () } <$facts>;
    return \%numbers;
}

# Of the processes together.
sub memory_of {
    my %sum = (pss => 0, uss => 0, rss => 0, kernel => 0);
    for my $pid (@_) {
        my ($user, $kernel) = (numbers("/proc/$pid/smaps_rollup"), numbers("/proc/$pid/status"));
        $sum{pss}    += $user->{Pss};
        $sum{uss}    += $user->{Private_Clean} + $user->{Private_Dirty};
        $sum{rss}    += $user->{Rss};
        $sum{kernel} += $kernel->{VmPTE} + 16 * $kernel->{Threads};
    }
    return \%sum;
}

# Reads until two readings agree: workers go on allocating for a while after they have started.
sub settled {
    my $last = memory_of(@_);
    for (1 .. 40) {
        sleep 0.02;
        my $now = memory_of(@_);
        return $now if abs($now->{pss} - $last->{pss}) <= 16;
        $last = $now;
    }
    return $last;
}

1;
