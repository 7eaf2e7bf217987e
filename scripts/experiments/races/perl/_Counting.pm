# Two units count, each the same number of times in every form: the arguments, and the report.
package _Counting;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT_OK = qw(arguments print_totals);

use constant COUNTS => 10_000;    # of each unit: a shared variable of Perl is slow

# [runs] [form] [counts of each unit]; what a form stands for is found in %$forms.
sub arguments {
    my ($forms, $runs, $form, $counts) = @_;
    $runs //= 10;
    $form //= 'plain';
    my $count = $forms->{$form};
    die 'expected at least one run of ', join(', ', sort keys %$forms), ", found $runs of \"$form\"\n" if !$count || $runs < 1;
    return ($runs, $count, $counts // COUNTS);
}

sub print_totals {
    my ($counts, @totals) = @_;
    my $lost = 0;
    for my $total (@totals) {
        printf "counted %d of %d\n", $total, 2 * $counts;
        $lost += 2 * $counts - $total;
    }
    my %different = map { $_ => 1 } @totals;
    printf "additions = %d\nlost = %d\noutcomes = %d\n", 2 * $counts * @totals, $lost, scalar keys %different;
    return;
}

1;
