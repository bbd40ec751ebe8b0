import Site
print("anchang")
