/**
 * Flat Parquet files, written from arrays of primitives and read into them.
 *
 * <p>No more of the format than the store needs: columns of INT32, INT64, DATE and UTF-8 text, null or not, in plain or
 * dictionary encoding, packed with Zstandard. What others write of such columns is read too, whether in pages of
 * version 1 or 2 and in any number of row groups; what is not known here is refused by name. Begin with
 * {@link org.huzhu.history.parquet.ParquetReader} and {@link org.huzhu.history.parquet.ParquetWriter}.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Apache Parquet, file format</a>
 */
@NullMarked
package org.huzhu.history.parquet;

import org.jspecify.annotations.NullMarked;
