package org.huzhu.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huzhu plans}: what can be done with plan files. */
@Command(
        name = "plans",
        header = "计划文件：核对、比较、发布。",
        description = "计划文件的写法见 docs/plans.md。",
        footer = {"./huzhu plans check", "./huzhu plans diff --help"},
        subcommands = {
            PlansCheckCommand.class,
            PlansDiffCommand.class,
            PlansSchemaCommand.class,
            PlansPublishCommand.class
        })
final class PlansCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
