package org.huzhu.quarter.table;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/** Words in Chinese why a file could not be read or written: the reason alone, without the file and the remedy. */
public final class DiskWording {

    /** What the system says, as POSIX words it. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("No space left on device", "磁盘已满"),
            Map.entry("Disk quota exceeded", "磁盘配额已用完"),
            Map.entry("Read-only file system", "文件系统是只读的"),
            Map.entry("Is a directory", "这是目录，不是文件"),
            Map.entry("Not a directory", "路径中有一段不是目录"),
            Map.entry("Permission denied", "没有权限"),
            Map.entry("Operation not permitted", "没有权限"),
            Map.entry("File name too long", "文件名太长"),
            Map.entry("Too many open files", "打开的文件太多"),
            Map.entry("Input/output error", "磁盘读写出错"));

    private DiskWording() {}

    /** The reason, without a full stop; what the system says where it is not known here. */
    public static String of(IOException failure) {
        return switch (failure) {
            case InterruptedIOException _ -> "已被中断";
            case NoSuchFileException _ -> "没有这个文件或目录";
            case AccessDeniedException _ -> "没有权限";
            case FileAlreadyExistsException _ -> "已有同名的文件或目录";
            case DirectoryNotEmptyException _ -> "目录不为空";
            case NotDirectoryException _ -> "这不是目录";
            case FileSystemException other when other.getReason() != null -> known(other.getReason());
            default -> known(String.valueOf(failure.getMessage()));
        };
    }

    private static String known(String reason) {
        return WORDS.getOrDefault(reason, "系统报告“" + reason + "”");
    }
}
