package org.huzhu.operations;

import org.huzhu.operations.bench.ClaimsBench;
import org.huzhu.operations.bench.PaymentsBench;
import org.huzhu.operations.bench.QuarterBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huzhu bench} of what needs a society with its database. */
@Command(
        name = "bench",
        header = "测速：在临时建立的互助会里，走真实的流程。",
        mixinStandardHelpOptions = true,
        subcommands = {EnrolmentBench.class, PaymentsBench.class, ClaimsBench.class, QuarterBench.class})
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
