/** Tests of the reader: what it accepts, what it refuses and with which words, and that the schema agrees with it. */
@NullMarked
package org.huzhu.text;

import org.jspecify.annotations.NullMarked;
