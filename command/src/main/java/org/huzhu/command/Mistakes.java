package org.huzhu.command;

import java.io.PrintWriter;
import java.util.List;
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
        err.println(wording(mistake));
        String near = suggestion(mistake);
        if (!near.isEmpty()) {
            err.println(near);
        }
        err.println("用法见：" + line.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    private static String wording(ParameterException mistake) {
        return switch (mistake) {
            case UnmatchedArgumentException unmatched -> "不认识的参数：" + String.join(" ", unmatched.getUnmatched());
            case MissingParameterException missing -> "缺少参数：" + names(missing.getMissing());
            case OverwrittenOptionException twice -> "参数只能给一次：" + name(twice.getOverwritten());
            default -> invalid(mistake);
        };
    }

    private static String invalid(ParameterException mistake) {
        ArgSpec argument = mistake.getArgSpec();
        String value = mistake.getValue();
        if (argument == null || value == null) {
            return "参数有误：" + mistake.getMessage();
        }
        return "参数 " + name(argument) + " 的值有误：“" + value + "”（" + mistake.getMessage() + "）";
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
