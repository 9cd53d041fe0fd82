//! Sessions at the command line, as documents that run: `suite/cli`. `TRYCMD=overwrite cargo test
//! -p dateline-cli --test sessions` writes what is printed now; look at the difference.

#[test]
fn sessions() {
    trycmd::TestCases::new().case("../../suite/cli/*.md");
}
