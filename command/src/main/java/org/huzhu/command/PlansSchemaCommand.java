package org.huzhu.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.Callable;
import org.huzhu.text.PlanSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huzhu plans schema}: the JSON Schema of the language of plans, for editors. */
@Command(
        name = "schema",
        header = "输出计划文件的 JSON Schema，编辑器据此提示可用的词。",
        description = "用法：./huzhu plans schema > plans.schema.json")
final class PlansSchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws JsonProcessingException {
        spec.commandLine().getOut().println(DeterminationJson.JSON.writeValueAsString(PlanSchema.schema()));
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
