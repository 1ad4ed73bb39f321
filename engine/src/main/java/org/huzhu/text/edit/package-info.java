/** Changes the text of a plan file in one place, so that all else stays as its writer left it. */
@NullMarked
package org.huzhu.text.edit;

import org.jspecify.annotations.NullMarked;
