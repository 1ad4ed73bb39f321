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
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

class SqlTest {

    private static final List<Field> STATEMENTS = statements();

    /** What does not begin so is a part of statements, and is tried with them. */
    private static final Pattern WHOLE = Pattern.compile("\\s*(select|insert|update|delete|with)\\b.*", Pattern.DOTALL);

    /** Rows that belong to an organisation; what only the system itself asks for is not among them. */
    private static final Pattern GUARDED =
            Pattern.compile("\\b(unions\\.(organisation|milestone|fact|contact|registration)|members\\.[a-z_]+"
                    + "|staff\\.(post|account|handover)|catalogue\\.[a-z_]+"
                    + "|contributions\\.[a-z_]+|payments\\.[a-z_]+|enrolment\\.[a-z_]+"
                    + "|documents\\.[a-z_]+|ledger\\.[a-z_]+"
                    + "|notices\\.(notice|delivery)|claims\\.[a-z_]+)\\b");

    /** The first wall: what a query limits itself to. */
    private static final Pattern LIMITED = Pattern.compile(":reach\\b|(path|home) <@ cast\\(:(path|from) as ltree\\)");

    private static final Pattern ADDED = Pattern.compile("(?s)\\s*insert into .*\\svalues .*");

    /** Of accounts only who signs in is asked, or whom the caller was let through to; {@code SystemWork} says when. */
    private static final Set<String> OF_ONE_ACCOUNT = Set.of("JdbcAccounts", "JdbcPasswords", "JdbcSessions");

    /** What is not limited, and why that is no hole. */
    private static final Map<String, String> UNLIMITED = Map.ofEntries(
            Map.entry("JdbcOrganisations.LOCK", "reads no row"),
            Map.entry("JdbcPosts.KEEP", "the caller's own post"),
            Map.entry("JdbcCodes.PREPARE_SETUP", "asks only whether there is any account at all"),
            Map.entry("JdbcCodes.USE_SETUP", "asks only whether there is any account at all"),
            Map.entry("JdbcDocuments.PUBLISHED", "what is published is for all"),
            Map.entry("JdbcDocuments.PUBLISHED_FILE", "what is published is for all"),
            Map.entry("JdbcBatches.NEXT_NUMBER", "reads no row"),
            Map.entry("JdbcBatches.NEXT_BATCH_NUMBER", "reads no row"),
            Map.entry("JdbcCovers.ONE_BY_ONE", "reads no row"),
            Map.entry("JdbcBundles.AT", "what is offered is for all"),
            Map.entry("JdbcPeople.HELD", "tells whoever enrols the days of cover elsewhere, and nothing else"),
            Map.entry("JdbcBlobs.DROPPED", "names that no document has any more; the system alone asks"),
            Map.entry("JdbcBlobs.FORGET_DROPPED", "names that no document has any more; the system alone asks"),
            Map.entry("JdbcOffers.OFFERED", "what is offered is for all"),
            Map.entry("JdbcOffers.OFFERED_ANYWHERE", "what is offered is for all"),
            Map.entry("JdbcOffers.INNERMOST", "what is offered is for all"),
            Map.entry("JdbcNotices.TELL_MANY", "the beginning: the query that it goes on with limits itself"),
            Map.entry("JdbcDocuments.STAMP", "what is published is for all"),
            Map.entry("JdbcDocuments.IS_EMPTY", "whether anything is published is for all"),
            Map.entry(
                    "JdbcMembers.COUNT_TO_FEW",
                    "narrowed to the range of the reach, or counts no further than a plan needs"));

    @Test
    void every_query_limits_itself_to_what_the_caller_reaches() {
        List<String> wide = STATEMENTS.stream()
                .filter(field -> WHOLE.matcher(text(field)).matches())
                .filter(field -> GUARDED.matcher(text(field)).find())
                .filter(field -> !LIMITED.matcher(text(field)).find()
                        && !ADDED.matcher(text(field)).matches())
                .filter(field ->
                        !OF_ONE_ACCOUNT.contains(field.getDeclaringClass().getSimpleName()))
                .filter(SqlTest::isWhole)
                .map(SqlTest::name)
                .toList();

        assertThat(wide).containsExactlyInAnyOrderElementsOf(UNLIMITED.keySet());
    }

    /** Others go on with what is only a beginning, and are looked at themselves. */
    private static boolean isWhole(Field field) {
        String text = text(field).strip();
        return STATEMENTS.stream()
                .filter(other -> other.getDeclaringClass() == field.getDeclaringClass())
                .noneMatch(other -> !other.equals(field) && text(other).strip().startsWith(text));
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    private static List<Field> statements() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.huzhu").stream()
                        .filter(type -> type.getSimpleName().startsWith("Jdbc"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                        .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                        .toList();
    }

    @TestFactory
    Stream<DynamicTest> every_statement_fits_the_schema_and_the_runner_may_prepare_it() throws SQLException {
        // Prepared outside of a transaction: none is hurt by the refusal of another.
        Connection runner = TestDatabase.fresh(Society.ROOMS).connectRunner();
        assertThat(STATEMENTS).hasSizeGreaterThan(20);
        return STATEMENTS.stream()
                .filter(field -> WHOLE.matcher(text(field)).matches())
                .map(field -> DynamicTest.dynamicTest(name(field), () -> prepare(runner, text(field))))
                .onClose(() -> close(runner));
    }

    private static String text(Field field) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Connection runner) {
        try {
            runner.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void prepare(Connection runner, String sql) {
        String positional = NamedParameterUtils.substituteNamedParameters(sql, new MapSqlParameterSource());
        try (PreparedStatement statement = runner.prepareStatement(positional)) {
            statement.getParameterMetaData();
        } catch (SQLException e) {
            // The beginning of statements, which others go on with.
            assertThat(e.getMessage()).containsAnyOf("end of input", "missing FROM-clause");
        }
    }
}
