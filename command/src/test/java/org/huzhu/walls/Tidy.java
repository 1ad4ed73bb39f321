package org.huzhu.walls;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is untidy in one source file, by the rules of {@code docs/house.md}. */
final class Tidy extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final int METHOD_LINES_MAX = 40;
    private static final int CLASS_LINES_MAX = 300;
    private static final int CONSTRUCTOR_PARAMETERS_MAX = 6;
    private static final int LINE_CHARACTERS_MAX = 120;

    private static final Set<String> FORBIDDEN_PARTS = Set.of(
            "Util", "Utils", "Manager", "DTO", "Dto", "Impl", "Helper", "Helpers", "Entity", "Info", "Data", "VO",
            "Vo");

    /** Between words of a type's name: {@code PlanVO} is Plan and VO, {@code Metadata} is one word. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** Put together here, so that this file does not find itself. */
    private static final Pattern UNDONE = Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    /** The modules that a person types at: they print, and they look at the clock. */
    private static final Set<String> DOORS = Set.of("command", "bench", "portal");

    private static final Pattern CONSOLE = Pattern.compile("(java\\.lang\\.)?System\\.(out|err)");
    private static final Pattern CLOCK_CALL = Pattern.compile(
            "([a-z.]+\\.)?(LocalDate|LocalTime|LocalDateTime|Instant|ZonedDateTime|OffsetDateTime|Year|YearMonth)\\.now"
                    + "|([a-z.]+\\.)?Clock\\.(system|tick)\\w*"
                    + "|([a-z.]+\\.)?InstantSource\\.system"
                    + "|(java\\.lang\\.)?System\\.(currentTimeMillis|nanoTime)");

    private final SourceFile file;
    private final List<Untidy> found = new ArrayList<>();

    private Tidy(SourceFile file) {
        this.file = file;
    }

    /** Everything untidy in the file, in the order in which it stands there. */
    static List<Untidy> in(SourceFile file) {
        Tidy tidy = new Tidy(file);
        tidy.readLines();
        tidy.scan(file.tree(), null);
        return List.copyOf(tidy.found);
    }

    private void readLines() {
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int length = lines.get(i).codePointCount(0, lines.get(i).length());
            if (length > LINE_CHARACTERS_MAX) {
                add("line", i + 1, "has %d characters, %d are allowed".formatted(length, LINE_CHARACTERS_MAX));
            }
            if (UNDONE.matcher(lines.get(i)).find()) {
                add("undone", i + 1, "leaves something undone; do it, or say in docs/ why not");
            }
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        String name = type.getSimpleName().toString();
        long lines = file.lines(type);
        if (lines > CLASS_LINES_MAX) {
            add("class", type, "%s has %d lines, %d are allowed".formatted(name, lines, CLASS_LINES_MAX));
        }
        for (String part : BETWEEN_WORDS.split(name, -1)) {
            if (FORBIDDEN_PARTS.contains(part)) {
                add("name", type, "%s says %s, which says nothing; name the thing".formatted(name, part));
            }
        }
        if (type.getKind() != Tree.Kind.RECORD) {
            type.getMembers().forEach(this::limitConstructor);
        }
        return super.visitClass(type, null);
    }

    private void limitConstructor(Tree member) {
        if (member instanceof MethodTree method
                && method.getReturnType() == null
                && method.getParameters().size() > CONSTRUCTOR_PARAMETERS_MAX) {
            add(
                    "constructor",
                    method,
                    "takes %d parameters, %d are allowed"
                            .formatted(method.getParameters().size(), CONSTRUCTOR_PARAMETERS_MAX));
        }
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        long lines = file.lines(method);
        if (lines > METHOD_LINES_MAX) {
            add(
                    "method",
                    method,
                    "%s has %d lines, %d are allowed".formatted(method.getName(), lines, METHOD_LINES_MAX));
        }
        return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree member, @Nullable Void nothing) {
        if (!isDoor() && CONSOLE.matcher(member.toString()).matches()) {
            add("console", member, member + " belongs to the command alone; return what there is to say");
        }
        return super.visitMemberSelect(member, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        String method = call.getMethodSelect().toString();
        if (!isDoor() && CLOCK_CALL.matcher(method).matches()) {
            add("clock", call, method + " asks the clock; take the moment as an argument");
        }
        return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
        String type = made.getIdentifier().toString();
        if (!isDoor() && made.getArguments().isEmpty() && (type.equals("Date") || type.equals("java.util.Date"))) {
            add("clock", made, "new Date() asks the clock; take the moment as an argument");
        }
        return super.visitNewClass(made, null);
    }

    private boolean isDoor() {
        return DOORS.contains(file.module());
    }

    private void add(String rule, Tree where, String what) {
        add(rule, file.firstLine(where), what);
    }

    private void add(String rule, long line, String what) {
        found.add(new Untidy(rule, file.path(), line, what));
    }
}
