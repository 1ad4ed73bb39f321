package org.huzhu.command.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of every command in one layout, in Chinese: what it does, how it is typed, its parameters, options and
 * subcommands, examples.
 *
 * <p>The layout of the library counts a Chinese character as one column, so that nothing lines up. A command's header,
 * description and footer are taken as they stand; the footer holds the examples.
 */
public final class HelpLayout {

    private static final int WIDTH = 96;
    private static final int LABEL_MAX = 26;
    private static final String INDENT = "  ";
    private static final String SECTION = "huzhu";

    private HelpLayout() {}

    /** Gives the command and all its subcommands this layout. */
    public static void apply(CommandLine line) {
        line.setHelpSectionMap(Map.of(SECTION, help -> of(help.commandSpec())));
        line.setHelpSectionKeys(List.of(SECTION));
    }

    /** One row of a list: what is typed, and what it means. */
    private record Entry(String label, String meaning) {}

    private static String of(CommandSpec command) {
        StringBuilder text = new StringBuilder();
        String header = String.join("\n", command.usageMessage().header());
        if (!header.isEmpty()) {
            paragraph(text, header + "\n", "");
        }
        paragraph(text, "用法：" + synopsis(command), INDENT);
        String description = String.join("\n", command.usageMessage().description());
        if (!description.isEmpty()) {
            paragraph(text, "\n" + description, "");
        }
        list(text, "参数", command.positionalParameters().stream().map(HelpLayout::entry));
        list(text, "选项", command.options().stream().filter(it -> !it.hidden()).map(HelpLayout::entry));
        list(
                text,
                "命令",
                command.subcommands().entrySet().stream()
                        .map(it -> new Entry(it.getKey(), header(it.getValue().getCommandSpec()))));
        String[] footer = command.usageMessage().footer();
        if (footer.length > 0) {
            text.append("\n例：\n");
            Stream.of(footer).forEach(line -> text.append(INDENT).append(line).append('\n'));
        }
        return text.toString();
    }

    private static String synopsis(CommandSpec command) {
        List<String> words = new ArrayList<>(List.of(command.qualifiedName()));
        command.options().stream()
                .filter(OptionSpec::required)
                .map(option -> option.longestName() + " " + label(option))
                .forEach(words::add);
        command.positionalParameters().stream().map(HelpLayout::label).forEach(words::add);
        words.add(command.subcommands().isEmpty() ? "[选项]" : "命令");
        return String.join(" ", words);
    }

    private static Entry entry(OptionSpec option) {
        String names = String.join(", ", option.names());
        return new Entry(option.arity().max() == 0 ? names : names + " " + label(option), meaning(option));
    }

    private static Entry entry(PositionalParamSpec parameter) {
        return new Entry(label(parameter), meaning(parameter));
    }

    private static String label(ArgSpec argument) {
        String label = argument.paramLabel() + (argument.arity().isVariable() ? "..." : "");
        return argument.isPositional() && argument.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private static String meaning(ArgSpec argument) {
        return String.join("", argument.description());
    }

    private static String header(CommandSpec command) {
        return String.join("", command.usageMessage().header());
    }

    private static void list(StringBuilder text, String title, Stream<Entry> entries) {
        List<Entry> all = entries.toList();
        if (all.isEmpty()) {
            return;
        }
        int wide = all.stream()
                .mapToInt(entry -> DisplayWidth.of(entry.label()))
                .filter(width -> width <= LABEL_MAX)
                .max()
                .orElse(LABEL_MAX);
        text.append('\n').append(title).append("：\n");
        String margin = " ".repeat(INDENT.length() + wide + 2);
        for (Entry entry : all) {
            text.append(INDENT).append(entry.label());
            int width = DisplayWidth.of(entry.label());
            text.append(width > wide ? "\n" + margin : " ".repeat(wide + 2 - width));
            text.append(Wrap.lines(entry.meaning(), WIDTH - margin.length()).stream()
                            .collect(Collectors.joining("\n" + margin)))
                    .append('\n');
        }
    }

    /** The text in lines; those that carry on a line begin with the margin. */
    private static void paragraph(StringBuilder text, String paragraph, String margin) {
        for (String line : paragraph.split("\n", -1)) {
            text.append(String.join("\n" + margin, Wrap.lines(line, WIDTH - margin.length())))
                    .append('\n');
        }
    }
}
