package org.huzhu.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The vocabulary of plans as a JSON Schema (2020-12), for editors that complete keys and mark what is not allowed.
 *
 * <p>It comes out of the same shapes as the reader. What only the reader can know, such as whether a clause that is
 * named exists, the schema lets pass.
 */
public final class PlanSchema {

    private PlanSchema() {}

    /** The schema of all kinds of files, as maps, lists, texts, numbers and booleans, in a stable order. */
    public static Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "互助计划");
        schema.put("description", "计划、病种词典、地区叠加、并用规则和案例的写法；第一个键说明是哪一种");
        schema.putAll(PlanReader.schema());
        return schema;
    }
}
