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
        description = "在编辑器里把它关联到 plans 下的 .yaml 文件，键和可选的值就会有提示。",
        footer = "./huzhu plans schema > plans.schema.json")
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
