package org.huzhu.quarter.table;

/** What a worker made of one block of a file. */
public interface TablePart {

    /** How many lines the block had. */
    long lineCount();

    /** How many rows the block had; empty lines are none. */
    int rowsRead();

    /** Says where the block lies, once those before it are known: the file's position, and its first line, from 1. */
    void place(int file, long line);
}
