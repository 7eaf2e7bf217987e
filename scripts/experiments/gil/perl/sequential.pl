# A fixed amount of work, in parts, one after the other: what threads and processes are compared with.
# perl sequential.pl [parts] [limit]
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
use _Work qw(arguments print_results work);

my ($units, $limit) = arguments(@ARGV);
my $created = clock_gettime(CLOCK_MONOTONIC);
my @results = map { [work($_, $units, $limit)] } 0 .. $units - 1;
print_results('main', $limit, clock_gettime(CLOCK_MONOTONIC) - $created, @results);
