# Two threads count in one variable, each so many times: unless a lock is held, some counts may be lost. Only a variable marked
# as shared is one variable: any other is copied into each thread.
# perl thread.pl [runs] [plain, called or locked] [counts of each thread]
use strict;
use warnings;
use threads;
use threads::shared;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use Workers 'end_program_if_this_thread_fails';
use _Counting qw(arguments print_totals);

my ($counter, $started) :shared;

sub add_one { return $_[0] + 1 }

my %forms = (
    plain  => sub { $counter++ for 1 .. $_[0] },
    called => sub { $counter = add_one($counter) for 1 .. $_[0] },
    locked => sub { for (1 .. $_[0]) { lock $counter; $counter++ } },
);
my ($runs, $count, $counts) = arguments(\%forms, @ARGV);

sub work {
    end_program_if_this_thread_fails('thread');
    {
        lock $started;
        cond_broadcast $started if ++$started == 2;
        cond_wait $started until $started == 2;
    }
    $count->($counts);
    return;
}

sub run {
    $counter = $started = 0;
    my @workers = map { threads->create(\&work) // die "cannot start a thread: $!\n" } 1 .. 2;
    $_->join for @workers;
    return $counter;
}

print_totals($counts, map { run() } 1 .. $runs);
