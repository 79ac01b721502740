import Dragoman

print("dragoman")
