/**
 * Tables of text, many millions of rows long: read in blocks by several workers, typed from bytes without making
 * objects, and written aside before they take their name.
 *
 * <p>Knows comma-separated values (RFC 4180) in UTF-8 or GB18030, and nothing of what they mean. Start with
 * {@link org.huzhu.quarter.table.Blocks} to read and {@link org.huzhu.quarter.table.CsvOut} to write.
 */
@NullMarked
package org.huzhu.quarter.table;

import org.jspecify.annotations.NullMarked;
