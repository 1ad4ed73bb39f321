package org.huzhu.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huzhu bench}: measures; each subcommand says what. */
@Command(
        name = "bench",
        header = "测速：每秒行数和内存峰值。",
        footer = "./huzhu bench settle",
        subcommands = BenchSettleCommand.class)
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
