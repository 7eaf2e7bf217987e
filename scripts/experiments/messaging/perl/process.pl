# Messages to a process through a pipe: the bytes are written to the kernel and read from it.
# The process reads a byte of every page of what arrives, or all of it, and answers with a sum.
# perl process.pl [bytes per message] [messages per batch] [page|all]
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../../_shared/perl", $FindBin::Bin;
use IO::Handle;
use Workers qw(wait_for watch);
use _Exchange qw(arguments make_messages measure read_message);

my ($size, $count, $form) = arguments(@ARGV);
pipe my $inbox,  my $to_child  or die "cannot make a pipe: $!\n";
pipe my $outbox, my $to_parent or die "cannot make a pipe: $!\n";
binmode $_ for $inbox, $to_child;
$_->autoflush for $to_child, $to_parent;

# A message is its length, in four bytes, and its bytes.
sub send_message { print $to_child pack('N', length ${ $_[0] }), ${ $_[0] } }

sub next_message {
    read($inbox, my $length, 4) or return;
    read $inbox, my $message, unpack 'N', $length;
    return $message;
}

my $pid = fork // die "cannot fork: $!\n";
if ($pid == 0) {
    close $to_child;
    close $outbox;
    while (defined(my $message = next_message())) {
        print $to_parent read_message(\$message, $form), "\n";
    }
    exit;
}
close $to_parent;
close $inbox;
$SIG{PIPE} = 'IGNORE';    # the process's end says more
watch($pid);

my @messages = make_messages($size);
measure(\@messages, \&send_message, sub { <$outbox> // wait_for($pid) }, $count, $form);
close $to_child;
wait_for($pid);
