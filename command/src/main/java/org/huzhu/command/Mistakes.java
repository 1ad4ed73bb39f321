package org.huzhu.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in Chinese what was typed wrongly, and where to look. */
final class Mistakes implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine line = mistake.getCommandLine();
        PrintWriter err = line.getErr();
        if (mistake instanceof MissingParameterException && args.length == depth(line)) {
            line.usage(err);
            return Exit.USAGE;
        }
        err.println(wording(mistake, List.of(args)));
        String near = suggestion(mistake);
        if (!near.isEmpty()) {
            err.println(near);
        }
        err.println("用法见：" + line.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    /** How many words name the command itself, such as two in {@code plans diff}. */
    private static int depth(CommandLine line) {
        return line.getParent() == null ? 0 : 1 + depth(line.getParent());
    }

    private static String wording(ParameterException mistake, List<String> typed) {
        return switch (mistake) {
            case UnmatchedArgumentException unmatched -> "不认识的参数：" + String.join(" ", unknown(unmatched, typed));
            case MissingParameterException missing -> missing(missing.getMissing(), typed);
            case OverwrittenOptionException twice -> "参数只能给一次：" + name(twice.getOverwritten());
            default -> invalid(mistake);
        };
    }

    /** Where an unknown option stands in the place of a value, the library does not say which it is. */
    private static List<String> unknown(UnmatchedArgumentException mistake, List<String> typed) {
        if (!mistake.getUnmatched().isEmpty()) {
            return mistake.getUnmatched();
        }
        Set<String> known =
                mistake.getCommandLine().getCommandSpec().optionsMap().keySet();
        return typed.stream()
                .filter(word -> word.startsWith("-") && !known.contains(word))
                .toList();
    }

    /** An option that was typed lacks its value; one that was not is missing itself. */
    private static String missing(List<ArgSpec> missing, List<String> typed) {
        return missing.stream()
                .filter(argument -> typed.contains(name(argument)))
                .findFirst()
                .map(bare -> "参数 " + name(bare) + " 后面缺少" + bare.paramLabel())
                .orElseGet(() -> "缺少参数：" + names(missing));
    }

    private static String invalid(ParameterException mistake) {
        ArgSpec argument = mistake.getArgSpec();
        String value = mistake.getValue();
        if (argument == null) {
            return "参数有误：" + mistake.getMessage();
        }
        if (value == null) {
            return "参数 " + name(argument) + " 写得不对：" + mistake.getMessage();
        }
        return "参数 " + name(argument) + " 的值有误：“" + value + "”，" + wanted(argument);
    }

    private static String wanted(ArgSpec argument) {
        Class<?> type = argument.typeInfo().getType();
        if (argument.typeInfo().isEnum()) {
            return "可写：" + String.join("、", argument.typeInfo().getEnumConstantNames());
        }
        return type == int.class || type == long.class || type == Long.class
                ? "应是%s到%s之间的整数"
                        .formatted(
                                type == int.class ? Integer.MIN_VALUE : Long.MIN_VALUE,
                                type == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE)
                : "应是" + argument.paramLabel();
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream().map(Mistakes::name).collect(Collectors.joining("、"));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String suggestion(ParameterException mistake) {
        if (!(mistake instanceof UnmatchedArgumentException unmatched)
                || unmatched.getSuggestions().isEmpty()) {
            return commands(mistake.getCommandLine().getCommandSpec());
        }
        return "是否想写：" + String.join("、", unmatched.getSuggestions());
    }

    private static String commands(CommandSpec spec) {
        return spec.subcommands().isEmpty()
                ? ""
                : "可用的命令：" + String.join("、", spec.subcommands().keySet());
    }
}
