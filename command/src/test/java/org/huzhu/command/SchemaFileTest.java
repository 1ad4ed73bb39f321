package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.huzhu.text.PlanSchema;
import org.junit.jupiter.api.Test;

/** Editors complete the words of a plan file from the schema that lies beside the plans. */
class SchemaFileTest {

    private static final Path PLANS = Path.of("../plans");
    private static final String SCHEMA = "schema.json";

    @Test
    void the_schema_beside_the_plans_is_the_one_that_the_reader_has() throws IOException {
        ObjectMapper json = DeterminationJson.JSON;

        assertThat(json.readTree(PLANS.resolve(SCHEMA).toFile()))
                .as("run ./huzhu plans schema > plans/schema.json")
                .isEqualTo(json.valueToTree(PlanSchema.schema()));
    }

    @Test
    void every_plan_file_is_well_formed_by_the_schema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(PLANS.resolve(SCHEMA)));
        try (Stream<Path> files = Files.walk(PLANS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        JsonNode tree = new YAMLMapper().readTree(file.toFile());
                        assertThat(schema.validate(tree)).as(file.toString()).isEmpty();
                    });
        }
    }

    @Test
    void the_schema_refuses_a_word_that_nobody_knows() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(PLANS.resolve(SCHEMA)));
        String plan = Files.readString(PLANS.resolve("暖互助/2014.yaml")).replace("\n适用:", "\n适应:");

        assertThat(schema.validate(new YAMLMapper().readTree(plan))).isNotEmpty();
    }

    @Test
    void every_plan_file_tells_editors_where_the_schema_is() throws IOException {
        try (Stream<Path> files = Files.walk(PLANS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        String first = Files.readAllLines(file).getFirst();
                        assertThat(first).startsWith("# yaml-language-server: $schema=");
                        String schema = first.substring(first.indexOf('=') + 1);
                        assertThat(file.resolveSibling(schema)).isRegularFile();
                    });
        }
    }
}
