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

    /** Reads the file at the path below the root. */
    static SourceFile read(Path root, Path file) {
        try {
            return parse(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses the text without looking up what its names mean, so that any snippet will do. */
    static SourceFile parse(String path, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + path), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, _ -> {}, List.of("-proc:none"), null, List.of(source));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            return new SourceFile(path, text, tree, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
