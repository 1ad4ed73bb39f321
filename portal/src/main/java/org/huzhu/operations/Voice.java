package org.huzhu.operations;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** How a command speaks: in sentences to a person, or with {@code --json} in an object a line to a program. */
final class Voice {

    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--json", description = "每行一个 JSON，供程序读取。")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Says one thing that was asked for: the sentence, or these values by name. */
    void tell(String sentence, Map<String, ?> values) {
        spec.commandLine().getOut().println(json ? JSON.writeValueAsString(values) : sentence);
    }

    /** Says what is being done, apart from what was asked for. */
    void step(String doing) {
        spec.commandLine().getErr().println(doing);
    }
}
