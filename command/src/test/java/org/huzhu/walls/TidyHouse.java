package org.huzhu.walls;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import com.sun.source.tree.ClassTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What is untidy about the files taken together: packages, and the words that name types. */
final class TidyHouse {

    private static final int PACKAGE_FILES_MAX = 30;

    /** The rooms whose public types are words of the trade. */
    private static final Set<String> ROOMS_IN_GLOSSARY = Set.of(
            "org.huzhu.kernel",
            "org.huzhu.plan",
            "org.huzhu.facts",
            "org.huzhu.columns",
            "org.huzhu.rules",
            "org.huzhu.adjudication",
            "org.huzhu.examples",
            "org.huzhu.history",
            "org.huzhu.quarter",
            "org.huzhu.roster");

    private static final Pattern CODE = Pattern.compile("`([A-Za-z]+)`");

    private TidyHouse() {}

    /** Everything untidy in the files, in each of them and between them. */
    static List<Untidy> in(List<SourceFile> files, String glossary) {
        return Stream.of(
                        files.stream().flatMap(file -> Tidy.in(file).stream()),
                        crowdedPackages(files).stream(),
                        namelessPackages(files).stream(),
                        splitPackages(files).stream(),
                        unknownWords(files, glossary).stream())
                .flatMap(each -> each)
                .toList();
    }

    private static List<Untidy> crowdedPackages(List<SourceFile> files) {
        List<Untidy> found = new ArrayList<>();
        files.stream()
                .collect(groupingBy(
                        TidyHouse::folder, TreeMap::new, mapping(SourceFile::path, toCollection(TreeSet::new))))
                .forEach((folder, paths) -> {
                    if (paths.size() > PACKAGE_FILES_MAX) {
                        found.add(new Untidy(
                                "package",
                                folder,
                                0,
                                "holds %d files, %d are allowed".formatted(paths.size(), PACKAGE_FILES_MAX)));
                    }
                });
        return found;
    }

    /** A package whose tests stand beside it states its purpose once, in its main sources. */
    private static List<Untidy> namelessPackages(List<SourceFile> files) {
        Set<String> stated = new HashSet<>();
        List<Untidy> found = new ArrayList<>();
        for (SourceFile file : files) {
            if (file.isPackageInfo()) {
                stated.add(file.module() + " " + file.packageName());
                if (!file.text().contains("@NullMarked") || !file.text().startsWith("/**")) {
                    found.add(new Untidy("package-info", file.path(), 1, "wants a paragraph and @NullMarked"));
                }
            }
        }
        Set<String> missing = new TreeSet<>();
        for (SourceFile file : files) {
            if (!stated.contains(file.module() + " " + file.packageName())) {
                missing.add(folder(file));
            }
        }
        missing.forEach(folder -> found.add(new Untidy("package-info", folder, 0, "has no package-info.java")));
        return found;
    }

    private static List<Untidy> splitPackages(List<SourceFile> files) {
        Map<String, TreeSet<String>> modules = files.stream()
                .collect(groupingBy(
                        SourceFile::packageName,
                        TreeMap::new,
                        mapping(SourceFile::module, toCollection(TreeSet::new))));
        return modules.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> new Untidy("split", each.getKey(), 0, "stands in several modules: " + each.getValue()))
                .toList();
    }

    private static List<Untidy> unknownWords(List<SourceFile> files, String glossary) {
        Set<String> words = typesOf(glossary);
        List<Untidy> found = new ArrayList<>();
        for (SourceFile file : files) {
            if (!file.isTest() && ROOMS_IN_GLOSSARY.contains(file.packageName())) {
                file.tree().getTypeDecls().stream()
                        .filter(ClassTree.class::isInstance)
                        .map(ClassTree.class::cast)
                        .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
                        .filter(type -> !words.contains(type.getSimpleName().toString()))
                        .map(type -> new Untidy(
                                "glossary",
                                file.path(),
                                file.firstLine(type),
                                type.getSimpleName() + " is not in the column 'type' of docs/glossary.md; add its row"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The names between backquotes in the last column of each row of the glossary's tables. */
    private static Set<String> typesOf(String glossary) {
        Set<String> types = new HashSet<>();
        glossary.lines().filter(line -> line.startsWith("|")).forEach(line -> {
            String[] cells = line.split("\\|", -1);
            String lastCell = cells[cells.length - 2];
            CODE.matcher(lastCell)
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(types::add);
        });
        return types;
    }

    private static String folder(SourceFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/'));
    }
}
