package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

class SqlTest {

    /** What does not begin so is a part of statements, and is tried with them. */
    private static final Pattern WHOLE = Pattern.compile("\\s*(select|insert|update|delete|with)\\b.*", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> every_statement_fits_the_schema_and_the_runner_may_prepare_it() {
        Server server = TestDatabase.fresh(Society.ROOMS);
        List<Field> statements = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.huzhu").stream()
                        .filter(type -> type.getSimpleName().startsWith("Jdbc"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                        .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                        .toList();
        assertThat(statements).hasSizeGreaterThan(20);
        return statements.stream()
                .filter(field -> WHOLE.matcher(text(field)).matches())
                .map(field -> DynamicTest.dynamicTest(
                        field.getDeclaringClass().getSimpleName() + "." + field.getName(),
                        () -> prepare(server, text(field))));
    }

    private static String text(Field field) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void prepare(Server server, String sql) throws Exception {
        String positional = NamedParameterUtils.substituteNamedParameters(sql, new MapSqlParameterSource());
        try (Connection runner = server.connectRunner();
                PreparedStatement statement = runner.prepareStatement(positional)) {
            statement.getParameterMetaData();
        } catch (SQLException e) {
            // The beginning of statements, which others go on with.
            assertThat(e.getMessage()).containsAnyOf("end of input", "missing FROM-clause");
        }
    }
}
