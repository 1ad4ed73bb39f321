package org.huzhu.walls;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One Java source, read into the compiler's tree.
 *
 * @param path from the root of the project with slashes, such as
 *     {@code kernel/src/main/java/org/huzhu/kernel/Money.java}
 * @param positions where each node of the tree stands in the text
 */
record SourceFile(String path, String text, CompilationUnitTree tree, SourcePositions positions) {

    /** Reads the files below the root, all in one run of the compiler: to begin one takes longer than most files do. */
    static List<SourceFile> read(Path root, List<Path> files) {
        return parse(files.stream().map(file -> Source.at(root, file)).toList());
    }

    /** Parses the text without looking up what its names mean, so that any snippet will do. */
    static SourceFile parse(String path, String text) {
        return parse(List.of(new Source(path, text))).getFirst();
    }

    private static List<SourceFile> parse(List<Source> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, _ -> {}, List.of("-proc:none"), null, sources);
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<SourceFile> files = new ArrayList<>();
            // The trees come in the order of the sources.
            Iterator<Source> rest = sources.iterator();
            for (CompilationUnitTree tree : task.parse()) {
                Source source = rest.next();
                files.add(new SourceFile(source.path, source.text, tree, positions));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the compiler is given to read. */
    private static final class Source extends SimpleJavaFileObject {

        private final String path;
        private final String text;

        private Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        static Source at(Path root, Path file) {
            try {
                return new Source(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    String module() {
        return path.substring(0, path.indexOf('/'));
    }

    boolean isTest() {
        return path.contains("/src/test/");
    }

    boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }

    /** The name of the package; empty where none is stated. */
    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    long firstLine(Tree node) {
        return lineMap().getLineNumber(positions.getStartPosition(tree, node));
    }

    /** From the first line of the node, annotations included and documentation not, to its closing brace. */
    long lines(Tree node) {
        long last = lineMap().getLineNumber(positions.getEndPosition(tree, node));
        return last - firstLine(node) + 1;
    }

    private LineMap lineMap() {
        return tree.getLineMap();
    }
}
