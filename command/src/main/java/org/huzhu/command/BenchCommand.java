package org.huzhu.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code huzhu bench}: measures; each subcommand says what. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "测速。", subcommands = BenchSettleCommand.class)
final class BenchCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请说明测什么，如：huzhu bench settle --city DIR");
    }
}
