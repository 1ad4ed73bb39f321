package org.huzhu.roster.table;

/**
 * A sheet of a workbook.
 *
 * @param index its place, from 0
 * @param name as it stands on its tab; empty for the one table of a text
 */
public record Sheet(int index, String name, boolean visible) {}
