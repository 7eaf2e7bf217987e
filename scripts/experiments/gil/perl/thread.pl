# A fixed amount of work, shared among threads. Each has an interpreter of its own, so no lock makes them take turns.
# perl thread.pl [threads] [limit]
use strict;
use warnings;
use threads;
use threads::shared;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
use Workers 'end_program_if_this_thread_fails';
use _Work qw(arguments print_results work);

my ($units, $limit) = arguments(@ARGV);
my $started :shared = 0;

sub run {
    my ($unit) = @_;
    end_program_if_this_thread_fails("thread-$unit");
    {
        lock $started;
        cond_broadcast $started if ++$started == $units;
        cond_wait $started until $started == $units;
    }
    return work($unit, $units, $limit);
}

my $created = clock_gettime(CLOCK_MONOTONIC);
my @workers = map { threads->create({ context => 'list' }, \&run, $_) // die "cannot start a thread: $!\n" } 0 .. $units - 1;
my @results = map { [$_->join] } @workers;
print_results('thread', $limit, clock_gettime(CLOCK_MONOTONIC) - $created, @results);
