package org.huzhu.command.history;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huzhu history}: the store of past events and payments; each subcommand says what it does with it. */
@Command(
        name = "history",
        header = "历史库：多年的会员、保障、事件和给付，供试算。",
        description = "历史库是一个目录的 Parquet 文件，DuckDB、Spark、pandas 都能读；各表各列见 docs/history.md。",
        footer = {
            "./huzhu history make --people 100000 --years 2015-2024 --seed 7 --out /tmp/history",
            "./huzhu history show /tmp/history"
        },
        subcommands = {HistoryMakeCommand.class, HistoryShowCommand.class})
public final class HistoryCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
