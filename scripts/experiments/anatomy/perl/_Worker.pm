# What each of two workers reports: which numbers the operating system has given it, and what it read.
package _Worker;
use strict;
use warnings;
use Digest::SHA;
use Exporter 'import';
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
our @EXPORT_OK = qw(now print_reports report);

sub now { return clock_gettime(CLOCK_MONOTONIC) }

# As one line: the name, what was started, process id, thread id, the shared and the plain value, and three moments.
sub report {
    my ($name, $value, $plain, $began, $told) = @_;
    my $digest = Digest::SHA->new(256)->addfile($0)->hexdigest;
    my $thread = readlink '/proc/thread-self' // "$$ " . ($INC{'threads.pm'} ? threads->tid : 0);
    return join "\t", $name, "$digest, run by $^X", $$, $thread, $value, $plain, $began, $told, now();
}

# Which numbers each had, and who saw the write; `$start` is a moment as `now` gives it.
sub print_reports {
    my ($start, @lines) = @_;
    my @workers = map { [split /\t/] } @lines;
    for (@workers) {
        my ($name, $program, $process, $thread, undef, undef, @moments) = @$_;
        my ($began, $told, $ended) = map { 1000 * ($_ - $start) } @moments;
        printf "%s: program %.8s…, process %s, thread %s\n", $name, $program, $process, $thread;
        printf "slice %s wait %.3f %.3f\n", $name, $began, $told if $told > $began;
        printf "slice %s run %.3f %.3f\n", $name, $told, $ended;
    }
    my ($writer, $reader) = @workers;
    print "the writer wrote '$writer->[4]', the reader read '$reader->[4]'\n";
    my %field = (programs => 1, pids => 2, threads => 3);
    printf "%s = %d\n", $_, $writer->[ $field{$_} ] eq $reader->[ $field{$_} ] ? 1 : 2 for qw(programs pids threads);
    printf "written = %d\n", $writer->[4] eq 'written';
    printf "seen = %d\n", $reader->[4] eq 'written';
    printf "seen-plain = %d\n", $reader->[5] eq 'written';
    return;
}

1;
