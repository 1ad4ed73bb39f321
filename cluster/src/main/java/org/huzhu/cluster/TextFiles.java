package org.huzhu.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Small files of text on any file system that Hadoop knows. */
record TextFiles(Configuration settings) {

    private static final String PLAN = ".yaml";

    /** The texts of all plan files in a folder, by their paths below it. */
    Map<String, String> plans(String folder) {
        Path root = new Path(folder);
        try {
            FileSystem files = root.getFileSystem(settings);
            String above = files.getFileStatus(root).getPath().toUri().getPath() + "/";
            Map<String, String> texts = new TreeMap<>();
            RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
            while (all.hasNext()) {
                Path file = all.next().getPath();
                if (file.getName().endsWith(PLAN)) {
                    texts.put(file.toUri().getPath().substring(above.length()), text(file));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new ClusterRefused("计划文件夹 " + folder + " 读不出来：" + e.getMessage() + "。请用 --plans 指明它在哪里", e);
        }
    }

    /** The text of a file. */
    String text(String file) {
        try {
            return text(new Path(file));
        } catch (IOException e) {
            throw new ClusterRefused("文件 " + file + " 读不出来：" + e.getMessage() + "。请核对路径和权限", e);
        }
    }

    private String text(Path file) throws IOException {
        try (var in = file.getFileSystem(settings).open(file)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Refuses a folder for results that is there already: nothing is ever written over. */
    void requireNew(String folder) {
        Path path = new Path(folder);
        try {
            if (path.getFileSystem(settings).exists(path)) {
                throw new ClusterRefused("结果目录 " + folder + " 已经存在。请用 --out 指明一个新目录，或先移走它");
            }
        } catch (IOException e) {
            throw new ClusterRefused("结果目录 " + folder + " 查不到：" + e.getMessage() + "。请核对路径和权限", e);
        }
    }

    void write(String folder, String name, String text) {
        Path file = new Path(folder, name);
        try (OutputStream out = file.getFileSystem(settings).create(file, false)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new ClusterRefused("写不出 " + file + "：" + e.getMessage() + "。请检查空间和权限", e);
        }
    }
}
