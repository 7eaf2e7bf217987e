package _Print;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT_OK = qw(arguments report);

# Workers, MiB of their own, MiB of the parent.
sub arguments { return map { $_[$_] // (4, 0, 0)[$_] } 0 .. 2 }

# One line for each way of counting. $written is in bytes, $uss is what the workers alone hold, in KiB.
sub report {
    my ($count, $written, $before, $after, $uss) = @_;
    printf "workers = %d\nwritten = %d B\n", $count, $written;
    my %more = map { $_ => $after->{$_} - $before->{$_} } qw(pss kernel rss);
    my @lines = (pss => $more{pss}, uss => $uss, kernel => $more{kernel}, total => $more{pss} + $more{kernel}, rss => $more{rss});
    while (my ($name, $kib) = splice @lines, 0, 2) {
        printf "%s-per-worker = %.1f KiB\n", $name, $kib / $count;
    }
    return;
}

1;
